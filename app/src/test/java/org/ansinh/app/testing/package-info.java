/** A real database for every test that needs one; see docs/guide/testing.md. */
@org.jspecify.annotations.NullMarked
package org.ansinh.app.testing;
