/** What others may ask of the canvas. */
export interface Drawing {
    /** Moves the view so that this table is in its middle. */
    show(table: string): void;
    fit(): void;
    zoomIn(): void;
    zoomOut(): void;
    /** The point of the drawing under a point of the window. */
    at(x: number, y: number): { x: number; y: number };
    /** The point of the drawing in the middle of what is seen. */
    middle(): { x: number; y: number };
}
