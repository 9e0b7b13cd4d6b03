@org.jspecify.annotations.NullMarked
package org.ansinh.app.casework;
