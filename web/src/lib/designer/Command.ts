import type { Design } from '#lib/model/design.ts';

/** One thing that a builder did, as a value: it can be done, undone, named and saved. */
export interface Command {
    /** As history shows it: "Rename column". */
    label: string;
    /** The design with it done; the same object when there is nothing to do. */
    apply: (design: Design) => Design;
    /** Commands of the same word, run one right after the other, are undone as one. */
    merge?: string;
}
