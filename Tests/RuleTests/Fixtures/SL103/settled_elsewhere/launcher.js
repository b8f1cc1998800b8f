// Promises whose executors stand in another file than the wait for them.
function one() { return () => 1; }
function two() { return () => 2; }
function three() { return () => 3; }
function gone(child) {
  return new Promise((resolve, reject) => {
    const fail = (error) => reject(error);
    child.once("exit", () => resolve());
    child.once("error", fail);
  });
}
function pause() {
  return new Promise((resolve) => setTimeout(resolve, 5));
}
module.exports = { one, two, three, gone, pause };
