/** How the UI is lit: as the system says, or as this person chose on this browser. */
export type Theme = 'system' | 'light' | 'dark';

const KEY = 'plinth.theme';

function stored(): Theme {
    const value = localStorage.getItem(KEY);
    return value === 'light' || value === 'dark' ? value : 'system';
}

class ThemeState {
    #chosen = $state<Theme>('system');
    #systemDark = $state(false);

    /** Reads the choice and follows the system; call once, when the first page loads. */
    start(): void {
        const dark = matchMedia('(prefers-color-scheme: dark)');
        this.#systemDark = dark.matches;
        dark.addEventListener('change', () => (this.#systemDark = dark.matches));
        this.choose(stored());
    }

    get chosen(): Theme {
        return this.#chosen;
    }

    /** What is seen now. */
    get dark(): boolean {
        return this.#chosen === 'dark' || (this.#chosen === 'system' && this.#systemDark);
    }

    choose(theme: Theme): void {
        this.#chosen = theme;
        if (theme === 'system') {
            delete document.documentElement.dataset.theme;
            localStorage.removeItem(KEY);
        } else {
            document.documentElement.dataset.theme = theme;
            localStorage.setItem(KEY, theme);
        }
    }
}

export const theme = new ThemeState();
