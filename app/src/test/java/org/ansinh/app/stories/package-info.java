/** The ten minutes that convince: the stories of the demonstration, each walked through in a browser by the accounts that the demonstration prints. */
@NullMarked
package org.ansinh.app.stories;

import org.jspecify.annotations.NullMarked;
