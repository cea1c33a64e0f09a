const KEY = 'plinth.sidebar';

class Shell {
    /** Only icons in the sidebar. */
    narrow = $state(localStorage.getItem(KEY) === 'narrow');
    /** On a phone: the sidebar lies over the page. */
    drawer = $state(false);

    toggle(): void {
        this.narrow = !this.narrow;
        localStorage.setItem(KEY, this.narrow ? 'narrow' : 'wide');
    }
}

export const shell = new Shell();
