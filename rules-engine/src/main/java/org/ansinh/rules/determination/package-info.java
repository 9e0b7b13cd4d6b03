/** Law applied to facts: standing by day, owed by month or quarter, and the reasons for both. */
@org.jspecify.annotations.NullMarked
package org.ansinh.rules.determination;
