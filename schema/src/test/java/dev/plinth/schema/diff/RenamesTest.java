package dev.plinth.schema.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.schema.dialect.TemporaryNames;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

class RenamesTest {
    @Test
    void aPlainRenameIsOneStep() {
        assertThat(Renames.between(Map.of("1", "name"), Map.of("1", "title")))
                .containsExactly(new Renames.Rename("1", "name", "title"));
    }

    @Test
    void aSwapGoesThroughATemporaryName() {
        Map<String, String> now = Map.of("1", "a", "2", "b");
        Map<String, String> then = Map.of("1", "b", "2", "a");
        List<Renames.Rename> renames = Renames.between(now, then);
        assertThat(renames).hasSize(3);
        assertThat(run(now, renames)).isEqualTo(then);
    }

    @Test
    void whatIsDroppedStepsAsideForANewElementOfItsName() {
        List<Renames.Rename> renames = Renames.between(Map.of("1", "code"), Map.of("2", "code"));
        assertThat(renames)
                .containsExactly(new Renames.Rename("1", "code", TemporaryNames.of("1")));
    }

    /** Any renaming of a few elements ends in the wanted names and never uses a name twice. */
    @RepeatedTest(300)
    void anyPermutationWorks(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<String> names = new ArrayList<>(List.of("a", "b", "c", "d", "e", "f"));
        Map<String, String> now = new HashMap<>();
        Map<String, String> then = new HashMap<>();
        Collections.shuffle(names, random);
        for (int i = 0; i < 4; i++) {
            now.put("" + i, names.get(i));
        }
        Collections.shuffle(names, random);
        for (int i = 0; i < 5; i++) {
            if (random.nextInt(4) > 0) {
                then.put("" + i, names.get(i));
            }
        }
        Map<String, String> end = run(now, Renames.between(now, then));
        then.forEach(
                (id, name) -> {
                    if (now.containsKey(id)) {
                        assertThat(end).containsEntry(id, name);
                    } else {
                        assertThat(end).doesNotContainValue(name);
                    }
                });
    }

    private static Map<String, String> run(Map<String, String> now, List<Renames.Rename> renames) {
        Map<String, String> current = new HashMap<>(now);
        for (Renames.Rename rename : renames) {
            assertThat(current).containsEntry(rename.id(), rename.from());
            assertThat(current.values()).doesNotContain(rename.to());
            current.put(rename.id(), rename.to());
            Set<String> distinct = new HashSet<>(current.values());
            assertThat(distinct).hasSameSizeAs(current.values());
        }
        return current;
    }
}
