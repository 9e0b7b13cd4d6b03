/** People, and what the law says of them, as Parquet files: the door to bigger engines. */
@org.jspecify.annotations.NullMarked
package org.ansinh.parquet;
