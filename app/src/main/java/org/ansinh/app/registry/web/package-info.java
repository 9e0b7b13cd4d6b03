@NullMarked
package org.ansinh.app.registry.web;

import org.jspecify.annotations.NullMarked;
