@org.jspecify.annotations.NullMarked
package org.ansinh.app.access.model;
