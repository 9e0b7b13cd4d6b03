@NullMarked
package org.ansinh.app.pages;

import org.jspecify.annotations.NullMarked;
