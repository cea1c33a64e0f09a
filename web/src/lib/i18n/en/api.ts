export const api = {
    status: (status: number) => `The server answered with status ${status}.`,
    unreachable: 'The server cannot be reached.',
    unreachableHint: 'Check that it is running and that you are online, then try again.',
    unreadable: 'The answer of the server cannot be read.',
    unreadableHint: 'Something between this browser and the server may have changed it.',
};
