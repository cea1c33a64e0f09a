// Builds the UI into build/, and does nothing when nothing that it is made of has changed.
// With --dependencies it only brings node_modules up to date.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const web = dirname(dirname(fileURLToPath(import.meta.url)));
const made = ['node_modules', 'build', 'target', '.svelte-kit', 'scripts', 'test', 'e2e'];

if (!existsSync(join(web, 'package.json'))) process.exit(0);

const dependencies = fingerprint(['package.json', 'package-lock.json', '.npmrc']);
const sources = fingerprint(readdirSync(web).filter((name) => !made.includes(name)));
const dependenciesStamp = join(web, 'node_modules', '.plinth-dependencies');
const sourcesStamp = join(web, 'target', 'built-from');

if (read(dependenciesStamp) !== dependencies) {
    run('ci');
    writeFileSync(dependenciesStamp, dependencies);
}
if (process.argv.includes('--dependencies')) process.exit(0);
if (read(sourcesStamp) !== sources || !existsSync(join(web, 'build', 'index.html'))) {
    rmSync(join(web, 'build'), { recursive: true, force: true });
    run('run', 'build');
    // File names carry a hash of their content, so files of earlier builds would pile up in the jar.
    rmSync(join(web, 'target', 'classes'), { recursive: true, force: true });
    mkdirSync(dirname(sourcesStamp), { recursive: true });
    writeFileSync(sourcesStamp, sources);
}

function run(...args) {
    const result = spawnSync('npm', args, { cwd: web, stdio: 'inherit' });
    if (result.status !== 0) {
        console.error(`npm ${args.join(' ')} failed`);
        process.exit(result.status ?? 1);
    }
}

function read(path) {
    return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

/** One hash over the names and contents of all files below the given names. */
function fingerprint(names) {
    const hash = createHash('sha256');
    for (const path of names.sort().flatMap((name) => filesBelow(join(web, name)))) {
        hash.update(path.slice(web.length)).update('\0').update(readFileSync(path)).update('\0');
    }
    return hash.digest('hex');
}

function filesBelow(path) {
    if (!existsSync(path)) return [];
    if (statSync(path).isFile()) return [path];
    return readdirSync(path)
        .sort()
        .flatMap((name) => filesBelow(join(path, name)));
}
