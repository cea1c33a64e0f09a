import type { Edge, Node, NodeHandle } from '@xyflow/svelte';
import { Position } from '@xyflow/svelte';
import type { Design } from '#lib/model/design.ts';
import type { Relation, Table } from '#lib/model/documents.ts';
import { TABLE_WIDTH, rowMiddle, tableHeight } from '#lib/model/geometry.ts';

export type TableNode = Node<{ table: Table; color: string | null }, 'table'>;
export type RelationEdge = Edge<{ relation: Relation; from: Table; to: Table }, 'relation'>;

/** The corner of a table, from which the ends of lines are computed. */
export const ANCHOR = 'anchor';

const anchor = { id: ANCHOR, position: Position.Left, x: 0, y: 0, width: 0, height: 0 } as const;

/** A point that lines can be drawn from. Computed like everything of a table: what is out of sight is never measured. */
const HANDLE = 9;

/** The points at both sides of the head and of each column, from which lines are drawn. */
function handlesOf(table: Table): NodeHandle[] {
    return ['head', ...table.columns.map(({ id }) => id)].flatMap((part) => {
        const y = rowMiddle(table, part) - HANDLE / 2;
        const size = { y, width: HANDLE, height: HANDLE, type: 'source' } as const;
        return [
            { ...size, id: `${part}:l`, position: Position.Left, x: -HANDLE / 2 },
            { ...size, id: `${part}:r`, position: Position.Right, x: TABLE_WIDTH - HANDLE / 2 },
        ];
    });
}

/** Nodes of the design; those that did not change stay the same objects, so that they are not drawn again. */
export function nodesOf(
    design: Design,
    known: readonly TableNode[],
    selected?: string,
): TableNode[] {
    const old = new Map(known.map((node) => [node.id, node]));
    return design.model.tables.map((table) => {
        const { x = 0, y = 0, color = null } = design.layout[table.id] ?? {};
        const before = old.get(table.id);
        const isSelected = selected === undefined ? before?.selected : table.id === selected;
        if (
            before?.data.table === table &&
            before.data.color === color &&
            before.position.x === x &&
            before.position.y === y &&
            Boolean(before.selected) === Boolean(isSelected)
        ) {
            return before;
        }
        const height = tableHeight(table);
        return {
            id: table.id,
            type: 'table',
            position: { x, y },
            width: TABLE_WIDTH,
            height,
            // Known beforehand, so that tables out of sight need not be drawn once to be measured.
            measured: { width: TABLE_WIDTH, height },
            handles: [
                { ...anchor, type: 'source' },
                { ...anchor, type: 'target' },
                ...handlesOf(table),
            ],
            selected: isSelected ?? false,
            data: { table, color },
        };
    });
}

export function edgesOf(design: Design, known: readonly RelationEdge[]): RelationEdge[] {
    const tables = new Map(design.model.tables.map((table) => [table.id, table]));
    const old = new Map(known.map((edge) => [edge.id, edge]));
    return design.model.tables.flatMap((from) =>
        from.relations.flatMap((relation) => {
            const to = tables.get(relation.target);
            if (!to) return [];
            const before = old.get(relation.id);
            if (
                before?.data?.relation === relation &&
                before.data.from === from &&
                before.data.to === to
            ) {
                return [before];
            }
            return [
                {
                    id: relation.id,
                    type: 'relation' as const,
                    source: from.id,
                    target: to.id,
                    sourceHandle: ANCHOR,
                    targetHandle: ANCHOR,
                    data: { relation, from, to },
                },
            ];
        }),
    );
}

/** The column that the end of a drawn line is at; a line may also begin or end at the table as such. */
export function columnOfHandle(handle: string | null | undefined): string | undefined {
    const column = handle?.split(':')[0];
    return column && column !== 'head' && column !== ANCHOR ? column : undefined;
}
