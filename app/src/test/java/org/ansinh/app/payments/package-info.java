/** Lists to pay, tried on the whole house. */
@org.jspecify.annotations.NullMarked
package org.ansinh.app.payments;
