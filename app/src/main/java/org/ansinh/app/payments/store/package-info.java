/** The only SQL of payments. */
@org.jspecify.annotations.NullMarked
package org.ansinh.app.payments.store;
