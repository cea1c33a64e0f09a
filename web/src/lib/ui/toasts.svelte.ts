/** A short message at the edge of the screen. */
export interface Toast {
    id: number;
    kind: 'done' | 'problem' | 'note';
    title: string;
    text?: string;
    action?: { title: string; run: () => void };
}

const LASTS: Record<Toast['kind'], number> = { done: 4000, note: 6000, problem: 12_000 };

class Toasts {
    list = $state<Toast[]>([]);
    #next = 1;

    show(toast: Omit<Toast, 'id'>): void {
        const id = this.#next++;
        this.list = [...this.list.slice(-3), { ...toast, id }];
        setTimeout(() => this.dismiss(id), LASTS[toast.kind]);
    }

    dismiss(id: number): void {
        this.list = this.list.filter((toast) => toast.id !== id);
    }

    done(title: string, action?: Toast['action']): void {
        this.show({ kind: 'done', title, action });
    }

    /** Says what failed, with the error's own sentence. */
    problem(title: string, error?: unknown): void {
        const text = error instanceof Error ? error.message : undefined;
        this.show({ kind: 'problem', title, text });
    }
}

export const toasts = new Toasts();
