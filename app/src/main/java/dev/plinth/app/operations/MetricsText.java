package dev.plinth.app.operations;

import dev.plinth.app.connection.ConnectionPools;
import dev.plinth.app.connection.ConnectionPools.Load;
import dev.plinth.app.operations.Counters.Waiting;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.ToLongFunction;

/** Counters and gauges in the text format of Prometheus, version 0.0.4. */
final class MetricsText {
    static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";
    private final StringBuilder text = new StringBuilder(8192);

    private MetricsText() {}

    static String of(Counters counters, ConnectionPools pools) {
        MetricsText text = new MetricsText();
        text.requests(counters);
        text.changes(counters, Instant.now());
        text.pools(pools.load());
        text.process();
        return text.text.toString();
    }

    private void requests(Counters counters) {
        head("plinth_requests_total", "counter", "Requests for rows, by the class of the answer.");
        each(
                counters,
                (labels, series) -> {
                    for (int i = 0; i < Series.STATUSES.length; i++) {
                        if (series.status(i) > 0) {
                            line(
                                    "plinth_requests_total",
                                    labels + ",status=\"" + Series.STATUSES[i] + '"',
                                    series.status(i));
                        }
                    }
                });
        head("plinth_request_seconds", "histogram", "How long requests for rows took.");
        each(counters, this::histogram);
        head("plinth_rows_total", "counter", "Rows given and written.");
        each(counters, (labels, series) -> line("plinth_rows_total", labels, series.rows()));
        head("plinth_sent_bytes_total", "counter", "Bytes of bodies, before they are compressed.");
        each(counters, (labels, series) -> line("plinth_sent_bytes_total", labels, series.bytes()));
        head("plinth_turned_away_total", "counter", "Requests for which there was no place.");
        counters.forEach(
                (project, of) -> {
                    String label = "project=\"" + escaped(project) + "\",reason=\"";
                    line("plinth_turned_away_total", label + "full\"", of.full());
                    line("plinth_turned_away_total", label + "share_used\"", of.shareUsed());
                    line(
                            "plinth_turned_away_total",
                            label + "followers\"",
                            of.followersTurnedAway());
                    line(
                            "plinth_turned_away_total",
                            label + "followers_share\"",
                            of.followersShareUsed());
                });
    }

    private void changes(Counters counters, Instant now) {
        head("plinth_followers", "gauge", "Who follows changes.");
        counters.forEach(
                (project, of) -> line("plinth_followers", project(project), of.followers()));
        head("plinth_outbox_length", "gauge", "Calls that did not get through yet.");
        counters.forEach(
                (project, of) -> {
                    if (of.outbox() instanceof Waiting waiting) {
                        line("plinth_outbox_length", project(project), waiting.length());
                    }
                });
        head("plinth_outbox_oldest_seconds", "gauge", "How long the oldest of them waits.");
        counters.forEach(
                (project, of) -> {
                    if (of.outbox() instanceof Waiting waiting) {
                        line(
                                "plinth_outbox_oldest_seconds",
                                project(project),
                                waiting.oldest()
                                        .map(at -> Duration.between(at, now).toMillis() / 1e3)
                                        .orElse(0.0));
                    }
                });
    }

    private static String project(String name) {
        return "project=\"" + escaped(name) + '"';
    }

    private void histogram(String labels, Series series) {
        long count = 0;
        for (int i = 0; i < Series.SECONDS.length; i++) {
            count += series.bucket(i);
            line(
                    "plinth_request_seconds_bucket",
                    labels + ",le=\"" + Series.SECONDS[i] + '"',
                    count);
        }
        line("plinth_request_seconds_sum", labels, series.seconds());
        line("plinth_request_seconds_count", labels, count);
    }

    /** Takes a series and what tells it from others. */
    @FunctionalInterface
    private interface Taker {
        void take(String labels, Series series);
    }

    private static void each(Counters counters, Taker taker) {
        counters.forEach(
                (project, of) ->
                        of.forEach(
                                (table, method, series) ->
                                        taker.take(
                                                "project=\"%s\",table=\"%s\",method=\"%s\""
                                                        .formatted(
                                                                escaped(project),
                                                                escaped(table),
                                                                method),
                                                series)));
    }

    private void pools(List<Load> pools) {
        pool(pools, "size", "Connections at most.", Load::size);
        pool(pools, "active", "Connections in use.", Load::active);
        pool(pools, "idle", "Connections that are open and unused.", Load::idle);
        pool(pools, "waiting", "Threads that wait for a connection.", Load::waiting);
        pool(pools, "requests", "Requests under way.", Load::requests);
    }

    private void pool(List<Load> pools, String what, String help, ToLongFunction<Load> value) {
        String name = "plinth_pool_" + what;
        head(name, "gauge", help);
        for (Load pool : pools) {
            line(
                    name,
                    "connection=\"%s\",schema=\"%s\""
                            .formatted(escaped(pool.connection()), escaped(pool.schema())),
                    value.applyAsLong(pool));
        }
    }

    private void process() {
        var memory = ManagementFactory.getMemoryMXBean();
        head("jvm_memory_used_bytes", "gauge", "Memory in use.");
        line("jvm_memory_used_bytes", "area=\"heap\"", memory.getHeapMemoryUsage().getUsed());
        line("jvm_memory_used_bytes", "area=\"nonheap\"", memory.getNonHeapMemoryUsage().getUsed());
        head("jvm_memory_max_bytes", "gauge", "Memory that may be used.");
        line("jvm_memory_max_bytes", "area=\"heap\"", memory.getHeapMemoryUsage().getMax());
        head("jvm_gc_collection_seconds", "summary", "Time spent on collecting garbage.");
        for (var collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            String label = "gc=\"" + escaped(collector.getName()) + '"';
            line("jvm_gc_collection_seconds_sum", label, collector.getCollectionTime() / 1e3);
            line("jvm_gc_collection_seconds_count", label, collector.getCollectionCount());
        }
        head("jvm_threads_current", "gauge", "Threads.");
        line("jvm_threads_current", "", ManagementFactory.getThreadMXBean().getThreadCount());
        var runtime = ManagementFactory.getRuntimeMXBean();
        head("process_start_time_seconds", "gauge", "When the server started.");
        line("process_start_time_seconds", "", runtime.getStartTime() / 1e3);
        var cpu = ProcessHandle.current().info().totalCpuDuration();
        if (cpu.isPresent()) {
            head("process_cpu_seconds_total", "counter", "Time of processors that was used.");
            line("process_cpu_seconds_total", "", cpu.get().toNanos() / 1e9);
        }
    }

    private void head(String name, String type, String help) {
        text.append("# HELP ").append(name).append(' ').append(help).append('\n');
        text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    }

    private void line(String name, String labels, long value) {
        line(name, labels, Long.toString(value));
    }

    private void line(String name, String labels, double value) {
        line(name, labels, Double.toString(value));
    }

    private void line(String name, String labels, String value) {
        text.append(name);
        if (!labels.isEmpty()) {
            text.append('{').append(labels).append('}');
        }
        text.append(' ').append(value).append('\n');
    }

    private static String escaped(String label) {
        return label.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
