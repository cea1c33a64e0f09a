package dev.plinth.schema.plan;

import dev.plinth.schema.change.Change;
import dev.plinth.schema.dialect.Cost;

import java.util.List;

/**
 * One step of a plan.
 *
 * @param number counted from 1
 * @param title what it does, in words
 * @param sql in order
 * @param repeated whether the SQL is run again until it touches no row any more
 * @param reverse SQL that takes it back; empty when nothing can
 * @param cost for those who work with the database meanwhile
 * @param loss what is lost for good; empty when nothing is
 */
public record Step(
        int number,
        Change change,
        String title,
        Risk risk,
        Cost cost,
        String loss,
        List<String> sql,
        boolean repeated,
        List<String> reverse,
        List<Preflight> preflights) {
    public Step {
        sql = List.copyOf(sql);
        reverse = List.copyOf(reverse);
        preflights = List.copyOf(preflights);
    }
}
