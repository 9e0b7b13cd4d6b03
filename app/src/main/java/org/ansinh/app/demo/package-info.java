/** Fills an empty house with an invented province, so that anybody can try everything. Nothing here is part of a province at work. */
@org.jspecify.annotations.NullMarked
package org.ansinh.app.demo;
