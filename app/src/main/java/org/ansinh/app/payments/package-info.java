/** Lists to pay, made from signed decisions only, each đồng once. */
@org.jspecify.annotations.NullMarked
package org.ansinh.app.payments;
