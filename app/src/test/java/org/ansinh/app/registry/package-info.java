@NullMarked
package org.ansinh.app.registry;

import org.jspecify.annotations.NullMarked;
