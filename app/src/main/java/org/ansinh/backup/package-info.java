/**
 * The whole database into one file and back. The embedded PostgreSQL brings no dump tool, so tables are copied out in one consistent transaction; the way back
 * runs the same migrations, copies in, and proves by counts and digests that nothing differs.
 */
@org.jspecify.annotations.NullMarked
package org.ansinh.backup;
