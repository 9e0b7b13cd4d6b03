/** What only a demonstration shows. */
@org.jspecify.annotations.NullMarked
package org.ansinh.app.demo.web;
