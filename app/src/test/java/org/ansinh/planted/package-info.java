/** Faults on purpose: each breaks one rule of the house, so that HouseRulesTest sees the rule bite. */
@org.jspecify.annotations.NullMarked
package org.ansinh.planted;
