package org.ansinh.planted;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.logging.Logger;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;

/** Everything the house forbids, in one place. */
@Controller
public class PlantedManager {
    static final Logger LOG = Logger.getLogger("planted");

    @Autowired
    JdbcClient source;

    double amount;

    PlantedManager(int one, int two, int three, int four, int five, int six, JdbcClient seven) {
        this.source = seven;
        this.amount = one + two + three + four + five + six;
    }

    LocalDate today() {
        System.out.println("today");
        return LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
    }

    void fail() {
        throw new RuntimeException("generic");
    }
}
