/** Placeholder until the table is drawn. */
export const TablePanel = () => null;
