package org.ansinh.app.payments.web;

import java.util.Optional;
import org.ansinh.app.casework.Letter;
import org.ansinh.app.casework.LetterPress;
import org.ansinh.app.payments.PaymentLetterDesk;
import org.ansinh.app.payments.TransferLetterDesk;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Decisions about money as the papers that go to whoever they are about. */
@Controller
class PaymentLetterController {

    private final PaymentLetterDesk letters;
    private final TransferLetterDesk transfers;
    private final LetterPress press;

    PaymentLetterController(PaymentLetterDesk letters, TransferLetterDesk transfers, LetterPress press) {
        this.letters = letters;
        this.transfers = transfers;
        this.press = press;
    }

    @GetMapping("/suspensions/{id}/letter.pdf")
    ResponseEntity<byte[]> suspension(@PathVariable long id) {
        return press.print(found(letters.suspension(id)), "tam-dung-" + id);
    }

    @GetMapping("/suspensions/{id}/resumption.pdf")
    ResponseEntity<byte[]> resumption(@PathVariable long id) {
        return press.print(found(letters.resumption(id)), "chi-tra-lai-" + id);
    }

    @GetMapping("/recoveries/{id}/letter.pdf")
    ResponseEntity<byte[]> recovery(@PathVariable long id) {
        return press.print(found(letters.recovery(id)), "thu-hoi-" + id);
    }

    @GetMapping("/transfers/{id}/letter.pdf")
    ResponseEntity<byte[]> transfer(@PathVariable long id) {
        return press.print(found(transfers.sent(id)), "chuyen-noi-huong-" + id);
    }

    @GetMapping("/transfers/{id}/receipt.pdf")
    ResponseEntity<byte[]> receipt(@PathVariable long id) {
        return press.print(found(transfers.received(id)), "tiep-nhan-" + id);
    }

    private static Letter found(Optional<Letter> letter) {
        return letter.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
