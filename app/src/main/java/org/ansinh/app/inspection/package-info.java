/** Whoever inspects: the whole dossier of a case as one paper, and samples that nobody chose. */
@org.jspecify.annotations.NullMarked
package org.ansinh.app.inspection;
