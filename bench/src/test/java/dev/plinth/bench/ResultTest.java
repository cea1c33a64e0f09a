package dev.plinth.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.util.List;

class ResultTest {

    @Test
    void aTimeHoldsUpToItsBoundAndThroughputFromItsBoundOn() {
        assertThat(Goal.atMost(1.5).holds(1.5)).isTrue();
        assertThat(Goal.atMost(1.5).holds(1.51)).isFalse();
        assertThat(Goal.atLeast(0.85).holds(0.85)).isTrue();
        assertThat(Goal.atLeast(0.85).holds(0.84)).isFalse();
    }

    @Test
    void writesResultsAsJson() {
        var out = new ByteArrayOutputStream();

        Result.write(
                List.of(
                        new Result("start", 1.25, Goal.atMost(1.5)),
                        new Result("read", 0.5, Goal.atLeast(0.85))),
                out);

        assertThat(out)
                .hasToString(
                        "[{\"name\":\"start\",\"ratio\":1.25,\"goal\":\"<="
                            + " 1.50\",\"holds\":true},{\"name\":\"read\",\"ratio\":0.5,\"goal\":\">="
                            + " 0.85\",\"holds\":false}]");
    }

    @Test
    void takesTheMedianOfEachSideAndLeavesOutTheFirstRound() throws Exception {
        var products = List.of(900L, 30L, 10L, 20L).iterator();
        var floors = List.of(900L, 5L, 10L, 800L).iterator();

        assertThat(Turns.ratio(3, products::next, floors::next)).isEqualTo(2.0);
    }
}
