let lastChange = 0;
let changes = 0;
let longestTask = 0;

function note(): void {
  lastChange = performance.now();
  changes++;
}

/** Notes every change of the document and every stroke on a canvas from now on. */
export function watchPaint(): void {
  const { prototype } = CanvasRenderingContext2D;
  const { stroke, clearRect } = prototype;
  prototype.stroke = function noted(...path: [] | [Path2D]) {
    note();
    Reflect.apply(stroke, this, path);
  };
  prototype.clearRect = function noted(...box) {
    note();
    clearRect.apply(this, box);
  };
  const all = { subtree: true, childList: true, attributes: true, characterData: true };
  new MutationObserver(note).observe(document.body, all);
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longestTask = Math.max(longestTask, duration);
  }).observe({ type: 'longtask' });
}

function frame(): Promise<number> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => resolve(performance.now()));
  });
}

const quietFrames = 6;

/** Ms until what `run` causes is on the screen: the second frame after the last change before six quiet frames. */
export async function painted(run: () => unknown) {
  changes = 0;
  longestTask = 0;
  const start = performance.now();
  const frames: number[] = [];
  const running = { isDone: false };
  const finished = Promise.resolve(run()).then(() => (running.isDone = true));
  for (let quiet = 0, seen = 0; quiet < quietFrames;) {
    frames.push(await frame());
    quiet = running.isDone && changes > 0 && changes === seen ? quiet + 1 : 0;
    seen = changes;
  }
  await finished;
  const [, second = Number.NaN] = frames.filter((time) => time > lastChange);
  const gaps = frames.map((time, i) => time - (frames[i - 1] ?? start));
  return { ms: second - start, longestTask, longestGap: Math.max(...gaps) };
}
