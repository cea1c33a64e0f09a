package dev.plinth.app.operations;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;

/** Slow requests, for administrators. */
@RestController
class SlowRequestController {
    private final SlowRequests slow;

    SlowRequestController(SlowRequests slow) {
        this.slow = slow;
    }

    @GetMapping("/api/operations/slow")
    List<SlowRequests.Slow> last() {
        return slow.last();
    }
}
