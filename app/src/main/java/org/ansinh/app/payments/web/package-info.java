/** Pages and files of the lists. */
@org.jspecify.annotations.NullMarked
package org.ansinh.app.payments.web;
