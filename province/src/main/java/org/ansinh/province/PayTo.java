package org.ansinh.province;

import java.util.Optional;

/**
 * How money reaches its payee.
 *
 * @param payee the key of the person who receives: often, but not always, the one the money is for
 * @param bank the code of the bank, where the channel is an account
 */
public record PayTo(Channel channel, long payee, Optional<String> bank, Optional<String> account) {

    /** The ways of paying. */
    public enum Channel {
        CASH("cash"),
        BANK_ACCOUNT("bank_account"),
        POST("post");

        private final String id;

        Channel(String id) {
            this.id = id;
        }

        public String id() {
            return id;
        }
    }

    static PayTo cash(long payee) {
        return new PayTo(Channel.CASH, payee, Optional.empty(), Optional.empty());
    }

    static PayTo account(long payee, String bank, String number) {
        return new PayTo(Channel.BANK_ACCOUNT, payee, Optional.of(bank), Optional.of(number));
    }
}
