package org.ansinh.province;

import java.util.Optional;

/**
 * Who a person is.
 *
 * @param ethnicGroup the id of the law pack's enumeration, such as {@code tay} or {@code san_chay}
 * @param personalNumber twelve digits, or none: newborns, elders without papers, brides from abroad
 * @param oldNumber nine digits of the identity card before 2021, where an old file still shows them
 */
public record Identity(
        String name,
        Birth birth,
        Sex sex,
        String ethnicGroup,
        Optional<String> personalNumber,
        Optional<String> oldNumber) {}
