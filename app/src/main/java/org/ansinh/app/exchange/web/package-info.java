/** Pages for files in and out. */
@org.jspecify.annotations.NullMarked
package org.ansinh.app.exchange.web;
