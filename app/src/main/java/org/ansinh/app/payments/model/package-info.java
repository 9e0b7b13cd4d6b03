/** Money that leaves and answers that come back, as files have them: plain Java, no database. */
@org.jspecify.annotations.NullMarked
package org.ansinh.app.payments.model;
