// What an unknown resource only says of itself does not throw; what is waited for may.
export class Sessions {
  private all = new Map();

  async open(Engine: any, options: any) {
    const engine = new Engine.Session(options);
    try {
      await engine.launch();
    } catch (error) {
      await engine.close();
      throw error;
    }
    const id = engine.endpoint();
    this.all.set(id, engine);
    return engine;
  }
}
