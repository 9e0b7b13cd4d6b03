/** Tables and cells as offices write them, read without a database. */
@org.jspecify.annotations.NullMarked
package org.ansinh.app.exchange.model;
