/** Lists: prepared by one, approved by another. */
@org.jspecify.annotations.NullMarked
package org.ansinh.app.payments.work;
