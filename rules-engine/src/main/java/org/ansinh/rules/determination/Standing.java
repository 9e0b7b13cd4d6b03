package org.ansinh.rules.determination;

import java.util.List;
import java.util.OptionalLong;

/**
 * Where somebody stands with a programme on a run of days.
 *
 * <p>{@code amount} is the level per month when the answer is met and the programme pays. {@code floor} is what is due
 * whatever the missing facts turn out to be. {@code provisions} are all that are met, {@code paidBy} those whose amounts
 * make up the level.
 */
public record Standing(
        Answer answer,
        OptionalLong amount,
        OptionalLong floor,
        List<String> provisions,
        List<String> paidBy,
        List<String> missing,
        List<String> reasons) {

    /** Nothing is met, and why not. */
    static Standing notMet(List<String> reasons) {
        return new Standing(
                Answer.NOT_MET, OptionalLong.empty(), OptionalLong.empty(), List.of(), List.of(), List.of(), reasons);
    }

    /** What may be decided and paid today: the amount when met, the floor when undetermined, otherwise nothing. */
    public long decidable() {
        return amount.orElse(floor.orElse(0));
    }
}
