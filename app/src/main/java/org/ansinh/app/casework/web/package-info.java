/** Pages, files and the API of decisions and lists. */
@org.jspecify.annotations.NullMarked
package org.ansinh.app.casework.web;
