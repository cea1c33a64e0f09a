/** A question that must be answered before something is done. */
export interface Question {
    title: string;
    /** What will happen, in numbers where something is lost. */
    text: string;
    /** The button that goes ahead, named after what it does. */
    action: string;
    danger?: boolean;
    /** A text to type first, for what cannot be undone. */
    typed?: string;
}

class Confirmation {
    question = $state<Question | null>(null);
    #answer: ((yes: boolean) => void) | null = null;

    /** Asks, and answers whether the person agreed. */
    ask(question: Question): Promise<boolean> {
        this.#answer?.(false);
        this.question = question;
        return new Promise((resolve) => (this.#answer = resolve));
    }

    answer(yes: boolean): void {
        this.#answer?.(yes);
        this.#answer = null;
        this.question = null;
    }
}

export const confirmation = new Confirmation();
