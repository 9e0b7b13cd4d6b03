@NullMarked
package org.ansinh.app.pages.web;

import org.jspecify.annotations.NullMarked;
