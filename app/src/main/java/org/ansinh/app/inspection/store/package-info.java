/** What dossiers and samples are made of, as rows. */
@org.jspecify.annotations.NullMarked
package org.ansinh.app.inspection.store;
