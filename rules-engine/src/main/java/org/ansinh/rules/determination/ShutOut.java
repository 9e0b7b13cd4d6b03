package org.ansinh.rules.determination;

import org.ansinh.rules.facts.SubjectId;
import org.ansinh.rules.pack.Exclusive;

/** Why something met is not received: by a rule between programmes, in favour of a programme for the same or another subject. */
record ShutOut(Exclusive rule, CompiledProgramme by, SubjectId of) {}
