/** Other systems and the office's own files: a register in and out, and a month compared with the office's list. */
@NullMarked
@ApplicationModule(displayName = "Exchange")
package org.ansinh.app.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
